# The container by three words; docs/deploy/docker.md says what they do. Everything else is an npm script.
DOCKER ?= docker
IMAGE ?= cost-simulator
NAME ?= cost-simulator
PUBLISH ?= 127.0.0.1:5001

.PHONY: docker-build docker-run docker-stop

docker-build:
	DOCKER_BUILDKIT=1 $(DOCKER) build --tag $(IMAGE) \
		--build-arg REVISION=$$(git rev-parse HEAD) $(BUILD_FLAGS) .

docker-run:
	$(DOCKER) run --detach --init --name $(NAME) --publish $(PUBLISH):5001 \
		--read-only --tmpfs /tmp:size=16m --cap-drop ALL --security-opt no-new-privileges \
		--memory 512m --pids-limit 128 --restart unless-stopped $(RUN_FLAGS) $(IMAGE)

docker-stop:
	$(DOCKER) stop --time 40 $(NAME)
	$(DOCKER) rm $(NAME)
